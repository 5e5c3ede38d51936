/**
 * How the secrets of destinations are sealed before they are stored, and opened again.
 * It knows the keys and nothing of what is sealed.
 */
package dev.eventtester.destination.secret;
