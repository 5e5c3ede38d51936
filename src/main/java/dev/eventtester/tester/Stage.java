package dev.eventtester.tester;

/** The steps of a mapping, in order. */
enum Stage {
    TRIGGER,
    MAPPING,
    VALIDATION,
    REQUEST,
    DELIVERY
}
