package dev.eventtester.trigger;

/** Says how near an event came. */
final class NearestMiss {

    private NearestMiss() {}

    static String of(Finding finding) {
        return "";
    }
}
