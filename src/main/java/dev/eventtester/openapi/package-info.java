/**
 * What all operations of the interface's description share. The description itself is written by hand, in
 * {@code META-INF/openapi.yaml} and the files of {@code META-INF/openapi/}.
 */
package dev.eventtester.openapi;
