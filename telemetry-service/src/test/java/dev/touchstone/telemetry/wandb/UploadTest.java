package dev.touchstone.telemetry.wandb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.touchstone.telemetry.wandb.Answer.Accepted;
import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Answer.Refused;

/** Uploads to a storage that is slow, stuck, picky or rude. */
class UploadTest {

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final String PAGE = "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>Request has expired</Message>"
            + "<HostId>secret-host</HostId></Error>";

    private final CountDownLatch closed = new CountDownLatch(1);
    private HttpServer storage;
    private volatile int status = 200;
    private volatile String body = "";
    private volatile boolean reads = true;
    private volatile long received = -1;
    private final List<String> credentials = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException {
        storage = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        storage.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        storage.createContext("/", this::answer);
        storage.start();
    }

    @AfterEach
    void stop() {
        closed.countDown();
        storage.stop(0);
    }

    @Test
    void keepsTheStoragesNameForTheBytes() throws Exception {
        assertEquals(Answer.accepted(new Stored(Optional.of("\"etag\""))), put(Content.of("hello")));
        assertEquals(5, received);
    }

    @Test
    void uploadsAnEmptyFile() throws Exception {
        assertInstanceOf(Accepted.class, put(Content.of("")));
        assertEquals(0, received);
    }

    @Test
    void asksForANewAddressWhereTheSignedOneHasExpired() throws Exception {
        // Given
        status = 403;
        body = PAGE.formatted("AccessDenied");

        // Then
        assertEquals(new Later<Stored>(403, "An upload was answered with 403 (AccessDenied)", Optional.empty()),
                put(Content.of("hello")));
    }

    @ParameterizedTest
    @CsvSource({ "400,BadDigest,false", "400,ExpiredToken,true", "400,RequestTimeout,true", "401,Any,true",
            "404,NoSuchUpload,true",
            "413,EntityTooLarge,false", "429,SlowDown,true", "500,InternalError,true", "503,SlowDown,true", "302,Moved,true" })
    void tellsWhatPassesFromWhatDoesNot(int code, String name, boolean passes) throws Exception {
        // Given
        status = code;
        body = PAGE.formatted(name);

        // When
        Answer<Stored> answer = put(Content.of("hello"));

        // Then
        assertEquals(passes, answer instanceof Later<Stored>);
        assertEquals(!passes, answer instanceof Refused<Stored>);
    }

    @ParameterizedTest
    @ValueSource(strings = { "<html><script>alert(1)</script></html>", "<Code>not a name</Code>", "", "plain\u202etext" })
    void neverShowsAPageOfTheStorage(String page) throws Exception {
        // Given
        status = 500;
        body = page;

        // Then
        assertEquals("An upload was answered with 500", assertInstanceOf(Later.class, put(Content.of("hello"))).reason());
    }

    @Test
    void saysWhatAnErrorInJsonSaysInOneLine() throws Exception {
        // Given
        status = 500;
        body = "{\"error\":\"the disk\\nis full\"}";

        // Then
        assertEquals("An upload was answered with 500: the disk is full",
                assertInstanceOf(Later.class, put(Content.of("hello"))).reason());
    }

    @Test
    void waitsForAnUploadThatMovesHoweverLongItTakes() throws Exception {
        // Given
        Content slow = new SlowContent(15, Duration.ofMillis(150));

        // When
        long start = System.nanoTime();
        Answer<Stored> answer = put(slow);

        // Then
        assertInstanceOf(Accepted.class, answer);
        assertEquals(slow.size(), received);
        assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(IDLE) > 0, "longer than the limit for standing still");
    }

    @Test
    void givesUpAnUploadThatIsStuck() throws Exception {
        // Given
        reads = false;

        // Then
        assertEquals(new Later<Stored>(0, "W&B did not answer in time", Optional.empty()), put(Content.of(new byte[32 << 20])));
    }

    @Test
    void saysThatItsOwnSideCannotBeRead() throws Exception {
        assertEquals(new Later<Stored>(0, "What is to be sent cannot be read", Optional.empty()),
                put(new BrokenContent(true)));
        assertEquals(new Later<Stored>(0, "What is to be sent cannot be read", Optional.empty()),
                put(new BrokenContent(false)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "ftp://localhost/x", "http:", "not an address", "http://", "file:///etc/passwd" })
    void knowsNoPlaceThatIsNone(String address) throws Exception {
        assertInstanceOf(Later.class, http().put(address, List.of(), Content.of("hello"), IDLE));
        assertEquals(-1, received);
    }

    @Test
    void showsTheKeyBelowTheBaseButNeverToASignedAddress() throws Exception {
        // Given
        URI base = URI.create(address()).resolve("/bucket");
        WandbHttp http = new WandbHttp(WandbHttp.newClient(IDLE), base, new ApiKey("k".repeat(40)), IDLE, Clock.systemUTC());

        // When
        for (String place : List.of("/x", address(), "/../elsewhere")) {
            assertInstanceOf(Accepted.class, http.put(place, List.of(), Content.of("hello"), IDLE));
        }

        // Then
        assertEquals(List.of("/bucket/x true", "/bucket/x false", "/bucket/../elsewhere false"), credentials);
    }

    @Test
    void doesNotLeaveTheProtectionOfTls() throws Exception {
        // Given
        WandbHttp secure = new WandbHttp(WandbHttp.newClient(IDLE), URI.create("https://localhost:1"),
                new ApiKey("k".repeat(40)),
                IDLE, Clock.systemUTC());

        // Then
        assertInstanceOf(Later.class, secure.put(address(), List.of(), Content.of("hello"), IDLE));
        assertEquals(-1, received);
    }

    /** Every piece of it takes a while, as from a slow disk. */
    private record SlowContent(int pieces, Duration each) implements Content {

        private static final int PIECE = 1_000;

        @Override
        public long size() {
            return (long) pieces * PIECE;
        }

        @Override
        public Md5 md5() {
            return Md5.of(new byte[pieces * PIECE]);
        }

        @Override
        public InputStream open() {
            return new InputStream() {
                private int left = pieces;

                @Override
                public int read() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public int read(byte[] buffer, int offset, int length) {
                    if (left == 0) {
                        return -1;
                    }
                    left--;
                    LockSupport.parkNanos(each.toNanos());
                    return PIECE;
                }
            };
        }
    }

    private record BrokenContent(boolean opens) implements Content {

        @Override
        public long size() {
            return 10;
        }

        @Override
        public Md5 md5() {
            return Md5.of(new byte[10]);
        }

        @Override
        public InputStream open() throws IOException {
            if (!opens) {
                throw new IOException("gone");
            }
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("broken");
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    throw new IOException("broken");
                }
            };
        }
    }

    private Answer<Stored> put(Content content) throws InterruptedException {
        return http().put(address(), List.of(), content, IDLE);
    }

    private String address() {
        return "http://localhost:" + storage.getAddress().getPort() + "/bucket/x?signature=1";
    }

    private static WandbHttp http() {
        return new WandbHttp(WandbHttp.newClient(IDLE), URI.create("http://localhost:1"), new ApiKey("k".repeat(40)), IDLE,
                Clock.systemUTC());
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!reads) {
            awaitClose();
        }
        credentials.add(exchange.getRequestURI().getPath() + " " + exchange.getRequestHeaders().containsKey("Authorization"));
        received = exchange.getRequestBody().readAllBytes().length;
        exchange.getResponseHeaders().add("ETag", "\"etag\"");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
