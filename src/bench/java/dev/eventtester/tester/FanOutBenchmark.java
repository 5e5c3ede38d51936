package dev.eventtester.tester;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Whole tests against a running service, started beforehand, which must be allowed to call this machine:
 *
 * <pre>
 * ./mvnw quarkus:dev -Devent-tester.delivery.allow=127.0.0.0/8:* -Dquarkus.datasource.reactive.max-size=5
 * </pre>
 *
 * <p>Arguments: the service's address, a token, and {@code fan-out} (the default: how long one test of 50 mappings takes,
 * compared with one call of their destination) or {@code many} (200 tests at once of a destination that takes 3 seconds).
 */
public final class FanOutBenchmark {

    private static final int MAPPINGS = 50;
    private static final long FAST_MILLIS = 20;
    private static final int WARM_UP = 1000;
    private static final int ROUNDS = 200;

    private static final int TESTS = 200;
    private static final long SLOW_MILLIS = 3000;

    private FanOutBenchmark() {}

    public static void main(String... arguments) {
        RunningService service = new RunningService(arguments[0], arguments[1]);
        if (arguments.length > 2 && arguments[2].equals("many")) {
            many(service);
        } else {
            fanOut(service);
        }
        System.exit(0);
    }

    private static void fanOut(RunningService service) {
        try (SlowDestination server = new SlowDestination(FAST_MILLIS)) {
            String destination = service.webhook(server.url(), MAPPINGS);
            for (int i = 0; i < WARM_UP; i++) {
                RunningService.requireSuccess(service.test(destination).join(), MAPPINGS);
                service.call(server.url());
            }
            double[] tests = new double[ROUNDS];
            double[] calls = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                long started = System.nanoTime();
                HttpResponse<String> answer = service.test(destination).join();
                tests[i] = millisSince(started);
                RunningService.requireSuccess(answer, MAPPINGS);
                started = System.nanoTime();
                service.call(server.url());
                calls[i] = millisSince(started);
            }
            report(tests, calls, server.mostOpenAtOnce());
        }
    }

    private static void report(double[] tests, double[] calls, int mostOpen) {
        Arrays.sort(tests);
        Arrays.sort(calls);
        double test = tests[ROUNDS / 2];
        double call = calls[ROUNDS / 2];
        System.out.printf("one call of the destination   median %6.1f ms%n", call);
        System.out.printf(
                "a test of %d mappings         median %6.1f ms   90%% %6.1f ms%n",
                MAPPINGS, test, tests[ROUNDS * 9 / 10]);
        System.out.printf("a test takes %.2f calls, %.2f x %d ms%n", test / call, test / FAST_MILLIS, FAST_MILLIS);
        System.out.printf("most requests open at once    %d%n", mostOpen);
    }

    private static void many(RunningService service) {
        try (SlowDestination server = new SlowDestination(SLOW_MILLIS)) {
            String destination = service.webhook(server.url(), 1);
            long started = System.nanoTime();
            List<CompletableFuture<HttpResponse<String>>> tests = IntStream.range(0, TESTS)
                    .mapToObj(i -> service.test(destination))
                    .toList();
            tests.forEach(CompletableFuture::join);
            double millis = millisSince(started);
            tests.forEach(test -> RunningService.requireSuccess(test.join(), 1));
            System.out.printf(
                    "%d tests at once of a destination that takes %d ms: all succeeded%n", TESTS, SLOW_MILLIS);
            System.out.printf("all together                  %6.0f ms%n", millis);
            System.out.printf("most requests open at once    %d%n", server.mostOpenAtOnce());
        }
    }

    private static double millisSince(long startedNanos) {
        return (System.nanoTime() - startedNanos) / 1e6;
    }
}
