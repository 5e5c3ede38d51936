/**
 * How the body of a request is read: unpacked, and never more of it than the limit allows.
 * A request that announces too much is refused at once, any other one as soon as it turns out to be too large.
 */
package dev.eventtester.api.body;
