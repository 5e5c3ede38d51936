/**
 * What every HTTP answer shares: the envelope, its errors, media types and pagination.
 * It knows no feature; the features know it.
 */
package dev.eventtester.api;
