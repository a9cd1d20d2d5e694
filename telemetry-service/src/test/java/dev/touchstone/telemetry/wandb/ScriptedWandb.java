package dev.touchstone.telemetry.wandb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A W&amp;B of our own on loopback: it keeps lines by number as the real one does, remembers every request, and fails as
 * it is told to. Writing other content over a line is a fault that tests look for.
 */
public final class ScriptedWandb implements AutoCloseable {

    public static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    /** What to do with a request instead of answering it. */
    public sealed interface Fault {

        /** Answer with this status, header and body; nothing takes effect. */
        record Status(int code, Map<String, String> headers, String body) implements Fault {
        }

        /** Take effect, then break the connection before the answer. */
        record ResetAfterStoring() implements Fault {
        }
    }

    /** One request as it came. */
    public record Seen(String path, String authorization, JsonNode body, Instant at) {

        public boolean isFileStream() {
            return path.endsWith("/file_stream");
        }

        public String operation() {
            return body.path("operationName").asText();
        }
    }

    /** A run as the server has it. */
    public static final class StoredRun {

        public final Map<Long, String> history = new TreeMap<>();
        public final Map<Long, String> console = new TreeMap<>();
        public final Map<Long, String> events = new TreeMap<>();
        public final List<String> overwritten = new CopyOnWriteArrayList<>();
        public volatile String summary = "";
        public volatile JsonNode upsert = ExtendedJson.read("{}");
        public volatile boolean complete;
        public volatile int exitCode = -1;
        public volatile int completions;
        /** Somebody pressed stop on the run's page. */
        public volatile boolean stopped;
        /** How many lines more than it has it says that it has. */
        public volatile int reported;
        /** Its id is never given again. */
        public volatile boolean deleted;
        /** Whether a request said that the writer may go. */
        public volatile boolean preempting;

        /** The lines, which must be numbered from 0 without gaps. */
        public synchronized List<String> lines() {
            return lines(history);
        }

        /** The same of its console. */
        public synchronized List<String> console() {
            return lines(console);
        }

        /** The same of its system metrics. */
        public synchronized List<String> events() {
            return lines(events);
        }

        private static List<String> lines(Map<Long, String> file) {
            List<Long> numbers = new ArrayList<>(file.keySet());
            for (int i = 0; i < numbers.size(); i++) {
                if (numbers.get(i) != i) {
                    throw new AssertionError("lines " + numbers);
                }
            }
            return List.copyOf(file.values());
        }

        synchronized int counted() {
            return history.size() + reported;
        }

        public synchronized int size() {
            return history.size();
        }

        private void store(JsonNode lines, Map<Long, String> file) {
            long number = lines.path("offset").asLong();
            for (JsonNode line : lines.path("content")) {
                String before = file.put(number++, line.asText());
                if (before != null && !before.equals(line.asText())) {
                    overwritten.add(before);
                }
            }
        }

        private synchronized void store(JsonNode body) {
            store(body.path("files").path("wandb-history.jsonl"), history);
            store(body.path("files").path("output.log"), console);
            store(body.path("files").path("wandb-events.jsonl"), events);
            preempting |= body.path("preempting").asBoolean();
            JsonNode content = body.path("files").path("wandb-summary.json").path("content");
            if (!content.isMissingNode()) {
                summary = content.path(0).asText();
            }
            if (body.path("complete").asBoolean()) {
                complete = true;
                exitCode = body.path("exitcode").asInt(-1);
                completions++;
            }
        }
    }

    private final HttpServer server;
    private final ScriptedStorage storage = new ScriptedStorage();
    private final Map<String, StoredRun> runs = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final List<Fault> oneTimeFaults = new CopyOnWriteArrayList<>();
    private volatile Optional<Fault> lasting = Optional.empty();
    private volatile Predicate<Seen> faulty = request -> true;

    public ScriptedWandb() {
        this(0);
    }

    /** On a port that was chosen before. */
    public ScriptedWandb(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** What it keeps beside lines. */
    public ScriptedStorage storage() {
        return storage;
    }

    public StoredRun run(String runId) {
        return runs.computeIfAbsent(runId, id -> new StoredRun());
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    public List<Seen> seenOf(String runId) {
        return seen.stream().filter(request -> request.path().contains("/" + runId + "/")
                || request.body().path("variables").path("name").asText().equals(runId)).toList();
    }

    /** The next file stream requests fail so, one after the other. */
    public void failNext(Fault... faults) {
        faulty = Seen::isFileStream;
        oneTimeFaults.addAll(List.of(faults));
    }

    /** The next file stream requests of this run fail so, one after the other. */
    public void failNextOf(String runId, Fault... faults) {
        faulty = request -> request.isFileStream() && request.path().contains("/" + runId + "/");
        oneTimeFaults.addAll(List.of(faults));
    }

    /** Every request fails so until {@link #recover}. */
    public void fail(Fault fault) {
        faulty = request -> true;
        lasting = Optional.of(fault);
    }

    public void recover() {
        lasting = Optional.empty();
        oneTimeFaults.clear();
    }

    public static Fault status(int code) {
        return new Fault.Status(code, Map.of(), "{\"error\":\"scripted\"}");
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            storage.put(exchange.getRequestURI().getPath(), exchange.getRequestBody().readAllBytes());
            answer(exchange, 200, "");
            return;
        }
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        InputStream sent = packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
        String text = new String(sent.readAllBytes(), StandardCharsets.UTF_8);
        Seen request = new Seen(exchange.getRequestURI().getPath(),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")), ExtendedJson.read(text), Instant.now());
        seen.add(request);
        Optional<Fault> fault = faulty.test(request) ? nextFault() : Optional.empty();
        if (fault.isEmpty() && isOfADeletedRun(request)) {
            answer(exchange, 409, """
                    {"errors":[{"message":"run acme/reviews/r was previously created and deleted; try a new run name",\
                    "path":["upsertBucket"]}],"data":{"upsertBucket":null}}""");
            return;
        }
        if (fault.isEmpty()) {
            answer(exchange, 200, effect(request));
            return;
        }
        switch (fault.get()) {
            case Fault.Status(int code, Map<String, String> headers, String body) -> {
                headers.forEach(exchange.getResponseHeaders()::add);
                answer(exchange, code, body);
            }
            case Fault.ResetAfterStoring ignored -> {
                effect(request);
                exchange.close();
            }
        }
    }

    private boolean isOfADeletedRun(Seen request) {
        return request.operation().equals("UpsertBucket")
                && run(request.body().path("variables").path("name").asText()).deleted;
    }

    private Optional<Fault> nextFault() {
        synchronized (oneTimeFaults) {
            return oneTimeFaults.isEmpty() ? lasting : Optional.of(oneTimeFaults.removeFirst());
        }
    }

    private static void answer(HttpExchange exchange, int code, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String effect(Seen request) {
        if (request.isFileStream()) {
            StoredRun run = run(request.path().split("/", -1)[4]);
            run.store(request.body());
            return "{\"exitcode\":null,\"stopped\":" + run.stopped + ",\"limits\":{}}";
        }
        return switch (request.operation()) {
            case "Viewer" -> """
                    {"data":{"viewer":{"id":"VXNlcjox","entity":"acme","username":"bob"}}}""";
            case "ServerFeaturesQuery" -> """
                    {"data":{"serverInfo":{"features":[{"name":"CLIENT_IDS","isEnabled":true},\
                    {"name":"FILESTREAM_GZIP","isEnabled":false}]}}}""";
            case "GetProject" -> """
                    {"data":{"project":{"id":"UHJvag==","name":"reviews"}}}""";
            case "UpsertBucket" -> upserted(request.body().path("variables"));
            case "RunResumeStatus" -> resumed(request.body().path("variables"));
            case "HistoryPage" -> history(request.body().path("variables"));
            default -> storage.operation(request.operation(), request.body().path("variables")).orElse("""
                    {"errors":[{"message":"unknown operation"}],"data":null}""");
        };
    }

    private String upserted(JsonNode variables) {
        StoredRun run = run(variables.path("name").asText());
        run.upsert = variables;
        run.complete = false;
        Map<String, Object> project = Map.of("id", "UHJvag==", "name", variables.path("project"), "entity",
                Map.of("id", "RW50", "name", variables.path("entity")));
        return ExtendedJson.write(Map.of("data", Map.of("upsertBucket", Map.of("inserted", run.size() == 0, "bucket",
                Map.of("id", "storage-" + variables.path("name").asText(), "name", variables.path("name"), "project", project,
                        "historyLineCount", run.counted())))));
    }

    private String history(JsonNode variables) {
        StoredRun run = run(variables.path("run").asText());
        List<String> lines = run.history.values().stream().filter(line -> {
            long step = ExtendedJson.read(line).path("_step").asLong();
            return step >= variables.path("minStep").asLong() && step < variables.path("maxStep").asLong();
        }).toList();
        return ExtendedJson.write(Map.of("data", Map.of("project", Map.of("run", Map.of("history", lines)))));
    }

    private String resumed(JsonNode variables) {
        StoredRun run = run(variables.path("name").asText());
        List<String> lines = List.copyOf(run.history.values());
        String tail = ExtendedJson.write(lines.isEmpty() ? List.of() : List.of(lines.getLast()));
        boolean started = !run.upsert.path("config").isMissingNode() || run.size() > 0;
        return ExtendedJson.write(Map.of("data", Map.of("model", Map.of("bucket", started ? Map.of("id",
                "storage-" + variables.path("name").asText(), "historyLineCount", run.counted(), "eventsLineCount",
                run.events.size(),
                "logLineCount", run.console.size(), "historyTail", tail, "eventsTail", "[]", "summaryMetrics", "{}", "config",
                run.upsert.path("config").asText("{}"), "wandbConfig", "{\"t\":{}}") : Map.of()))));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
