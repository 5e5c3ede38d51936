/**
 * The directives as compiled expressions, and the evaluation that runs them within a budget.
 * Nothing here knows how a whole mapping is validated or compiled.
 */
package dev.eventtester.mapping.directive;
