/**
 * What changed from one outcome to another: verdicts, triggers, stages, payloads, requests and answers, mapping by
 * mapping. Two documents in, one document out; it knows neither storage nor HTTP.
 */
package dev.eventtester.outcome.comparison;
