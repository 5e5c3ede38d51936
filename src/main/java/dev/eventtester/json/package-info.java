/**
 * JavaScript's rules for JSON values: types, truth, number text, text, equality and member order.
 * The reference engine shows them, so the pure rooms share this one place instead of scattering them.
 */
package dev.eventtester.json;
