/**
 * Reads user-chosen URLs strictly, finds the addresses of names and decides which of them may be called.
 * The public internet may; everything else only where the operator lists it.
 */
package dev.eventtester.delivery.address;
