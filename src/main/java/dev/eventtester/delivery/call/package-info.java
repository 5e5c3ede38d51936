/**
 * One call: the request that an action wants, the answer or the failure, and the redacted record of both.
 * Nothing here touches the network.
 */
package dev.eventtester.delivery.call;
