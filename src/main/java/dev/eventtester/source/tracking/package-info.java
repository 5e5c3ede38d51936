/**
 * The Tracking API that clients send events to, with what the browser's client asks for beside it.
 * It knows a source by its write key alone, and every site may call it.
 */
package dev.eventtester.source.tracking;
