package dev.eventtester.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.eventtester.delivery.call.Answer;
import dev.eventtester.delivery.call.Call;
import dev.eventtester.delivery.call.DeliveryException;
import dev.eventtester.delivery.call.OutgoingRequest;
import dev.eventtester.delivery.secret.Redaction;
import io.vertx.core.Vertx;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.StandardConstants;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS is verified against the name, and what is wrong with it is said. */
class TlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    static Path directory;

    private static Vertx vertx;
    private static Path keyStore;
    private static LoopbackDestination destination;

    @BeforeAll
    static void start() throws Exception {
        vertx = Vertx.vertx();
        keyStore = directory.resolve("api.p12");
        makeCertificate("CN=api.example", "dns:api.example");
        destination = LoopbackDestination.start(serverContext().getServerSocketFactory(), "https");
    }

    @AfterAll
    static void stop() {
        destination.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void reaches_a_destination_whose_certificate_has_its_name() {
        Delivery delivery =
                trusting().name("api.example", "127.0.0.1").on(vertx).open(Redaction.none());
        assertThat(answer(delivery, "api.example").status()).isEqualTo(200);
        assertThat(destination.seen().get(0).headers()).containsEntry("host", "api.example:" + destination.port());
    }

    @Test
    void refuses_a_certificate_of_another_name() {
        Delivery delivery =
                trusting().name("other.example", "127.0.0.1").on(vertx).open(Redaction.none());
        assertThat(failure(delivery, "other.example"))
                .startsWith("the TLS certificate of other.example is not accepted: ")
                .contains("other.example");
    }

    @Test
    void refuses_a_certificate_without_the_address_that_was_called() {
        assertThat(failure(trusting().on(vertx).open(Redaction.none()), "127.0.0.1"))
                .startsWith("the TLS certificate of 127.0.0.1 is not accepted: ");
    }

    @Test
    void refuses_a_certificate_that_nobody_vouches_for() {
        Delivery delivery = Couriers.overLoopback()
                .name("api.example", "127.0.0.1")
                .on(vertx)
                .open(Redaction.none());
        assertThat(failure(delivery, "api.example")).startsWith("the TLS certificate of api.example is not accepted: ");
    }

    @Test
    void says_that_a_destination_does_not_speak_tls() {
        try (LoopbackDestination plain = LoopbackDestination.start()) {
            Delivery delivery = Couriers.overLoopback().on(vertx).open(Redaction.none());
            String url = "https://127.0.0.1:" + plain.port() + "/";
            assertThat(failure(delivery, new OutgoingRequest("GET", url, Map.of(), null)))
                    .startsWith("the TLS handshake with 127.0.0.1:" + plain.port() + " failed: ");
        }
    }

    @Test
    void names_tls_where_a_destination_wants_a_certificate_of_the_caller() throws Exception {
        SSLServerSocketFactory factory = serverContext().getServerSocketFactory();
        try (LoopbackDestination strict = LoopbackDestination.start(demandingCertificates(factory), "https")) {
            Delivery delivery =
                    trusting().name("api.example", "127.0.0.1").on(vertx).open(Redaction.none());
            String url = "https://api.example:" + strict.port() + "/";
            assertThat(failure(delivery, new OutgoingRequest("GET", url, Map.of(), null)))
                    .contains("TLS");
            assertThat(strict.seen()).isEmpty();
        }
    }

    @Test
    void tells_the_name_to_the_destination_during_the_handshake() throws Exception {
        List<String> names = new CopyOnWriteArrayList<>();
        SSLServerSocketFactory factory = serverContext().getServerSocketFactory();
        try (LoopbackDestination naming = LoopbackDestination.start(notingNames(factory, names), "https")) {
            Delivery delivery =
                    trusting().name("api.example", "127.0.0.1").on(vertx).open(Redaction.none());
            String url = "https://api.example:" + naming.port() + "/";
            assertThat(delivery.send(new OutgoingRequest("GET", url, Map.of(), null))
                            .await()
                            .atMost(Duration.ofSeconds(20))
                            .status())
                    .isEqualTo(200);
            assertThat(names).containsExactly("api.example");
        }
    }

    @Test
    void gives_up_on_a_handshake_that_does_not_end() throws IOException {
        try (java.net.ServerSocket silent =
                new java.net.ServerSocket(0, 5, java.net.InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            Delivery delivery = Couriers.overLoopback()
                    .callTimeout(Duration.ofMillis(700))
                    .connectTimeout(Duration.ofMillis(500))
                    .on(vertx)
                    .open(Redaction.none());
            String url = "https://127.0.0.1:" + silent.getLocalPort() + "/";
            assertThat(failure(delivery, new OutgoingRequest("GET", url, Map.of(), null)))
                    .isEqualTo("no TLS connection to 127.0.0.1:" + silent.getLocalPort() + " within 700 ms");
            assertThat(delivery.calls().get(0).state()).isEqualTo(Call.State.TIMED_OUT);
        }
    }

    private static Couriers trusting() {
        return Couriers.overLoopback()
                .trusting(new PfxOptions().setPath(keyStore.toString()).setPassword(PASSWORD));
    }

    private static Answer answer(Delivery delivery, String host) {
        return delivery.send(request(host)).await().atMost(Duration.ofSeconds(20));
    }

    private static String failure(Delivery delivery, String host) {
        return failure(delivery, request(host));
    }

    private static String failure(Delivery delivery, OutgoingRequest request) {
        DeliveryException failure = catchThrowableOfType(
                DeliveryException.class, () -> delivery.send(request).await().atMost(Duration.ofSeconds(20)));
        assertThat(delivery.calls().get(0).reason()).isEqualTo(failure.reason());
        return failure.reason();
    }

    private static OutgoingRequest request(String host) {
        return new OutgoingRequest("GET", "https://" + host + ":" + destination.port() + "/", Map.of(), null);
    }

    /** The JDK's own tool, so that no certificate grows old in the repository. */
    private static void makeCertificate(String subject, String alternative) throws IOException, InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "api",
                        "-dname",
                        subject,
                        "-ext",
                        "san=" + alternative,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keyStore.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static ServerSocketFactory demandingCertificates(SSLServerSocketFactory factory) {
        return configured(factory, socket -> socket.setNeedClientAuth(true));
    }

    private static ServerSocketFactory notingNames(SSLServerSocketFactory factory, List<String> names) {
        SNIMatcher matcher = new SNIMatcher(StandardConstants.SNI_HOST_NAME) {
            @Override
            public boolean matches(SNIServerName name) {
                return names.add(new SNIHostName(name.getEncoded()).getAsciiName());
            }
        };
        return configured(factory, socket -> {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setSNIMatchers(List.of(matcher));
            socket.setSSLParameters(parameters);
        });
    }

    private static ServerSocketFactory configured(SSLServerSocketFactory factory, Consumer<SSLServerSocket> settings) {
        return new ServerSocketFactory() {
            @Override
            public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
                SSLServerSocket socket = (SSLServerSocket) factory.createServerSocket(port, backlog, address);
                settings.accept(socket);
                return socket;
            }

            @Override
            public ServerSocket createServerSocket(int port, int backlog) throws IOException {
                return createServerSocket(port, backlog, null);
            }

            @Override
            public ServerSocket createServerSocket(int port) throws IOException {
                return createServerSocket(port, 0);
            }
        };
    }

    private static SSLContext serverContext() throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
