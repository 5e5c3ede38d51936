/**
 * What makes a first try need nothing but a JDK: an embedded PostgreSQL and a demo workspace whose destinations point
 * back to this very service. Dev mode and tests only.
 */
package dev.eventtester.demo;
