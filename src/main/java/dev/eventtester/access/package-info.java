/**
 * Who calls: workspaces, access tokens and roles, and how a request proves them.
 * Every other room only sees the {@link dev.eventtester.access.Caller}.
 */
package dev.eventtester.access;
