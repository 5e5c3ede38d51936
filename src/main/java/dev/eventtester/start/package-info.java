/**
 * The way in: starts the service, and in production only where it was told what it cannot do without. The rooms judge
 * the values themselves.
 */
package dev.eventtester.start;
