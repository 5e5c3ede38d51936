/**
 * The conditions that a trigger was parsed into, and the one evaluation of an event against them.
 * It takes down what it finds at each condition when somebody asks for an explanation.
 */
package dev.eventtester.trigger.condition;
