/**
 * What the actions of destinations send: requests declared in a definition, or a small class where a declaration cannot
 * say it. Actions get a validated payload and a way to send; they know no database, no tester and no network.
 */
package dev.eventtester.actions;
