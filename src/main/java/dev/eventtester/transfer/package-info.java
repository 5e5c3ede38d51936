/**
 * Whole configurations in and out: an import takes what the Public API's list operations gave for a workspace, an export
 * gives it back. Nothing is changed that is there already, and one entry that cannot be taken never loses another.
 */
package dev.eventtester.transfer;
