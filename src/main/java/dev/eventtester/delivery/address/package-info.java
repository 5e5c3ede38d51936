/**
 * Reads user-chosen URLs strictly and decides which addresses may be called.
 * The public internet may; everything else only where the operator lists it.
 */
package dev.eventtester.delivery.address;
