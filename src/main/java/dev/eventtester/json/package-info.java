/**
 * JavaScript's rules for JSON values: types, truth, numbers, text, dates and member order.
 * The reference engine shows them, so the pure rooms share this one place instead of scattering them.
 */
package dev.eventtester.json;
