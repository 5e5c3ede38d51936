/**
 * Sends every outgoing HTTP request of the service and is the only room that may: user-chosen addresses are parsed,
 * judged and dialled here.
 * Each request leaves a redacted record of what was sent and what came back or went wrong.
 */
package dev.eventtester.delivery;
