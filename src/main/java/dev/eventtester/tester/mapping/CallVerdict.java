package dev.eventtester.tester.mapping;

import dev.eventtester.delivery.call.Call;
import dev.eventtester.delivery.call.RecordedResponse;

/** Whether a call did what it should, and if not, why in one sentence. */
final class CallVerdict {

    private static final int SHOWN_BODY = 300;

    private CallVerdict() {}

    /** Whether the destination answered with 2xx. */
    static boolean succeeded(Call call) {
        return call.state() == Call.State.ANSWERED && call.response().statusCode() / 100 == 2;
    }

    /**
     * What failed, with the destination's own words where it had some.
     *
     * @param id as the outcome shows it
     */
    static String why(String id, Call call) {
        String what = id + " (" + call.request().method() + " " + call.request().url() + ")";
        if (call.state() != Call.State.ANSWERED) {
            return what + ": " + call.reason();
        }
        RecordedResponse response = call.response();
        String status = (response.statusCode() + " " + response.statusMessage()).strip();
        String body = excerptable(response);
        return what + " was answered with " + status + (body.isEmpty() ? "." : ": " + excerpt(body));
    }

    private static String excerptable(RecordedResponse response) {
        return response.body().base64() ? "" : response.body().content().strip();
    }

    private static String excerpt(String body) {
        return body.length() <= SHOWN_BODY ? body : body.substring(0, SHOWN_BODY) + "…";
    }
}
