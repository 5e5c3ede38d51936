/**
 * Dates as JavaScript reads them and as {@code strftime} shows them.
 * Nothing here knows templates or JSON.
 */
package dev.eventtester.liquid.date;
