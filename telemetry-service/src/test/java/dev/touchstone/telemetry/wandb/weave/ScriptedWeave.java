package dev.touchstone.telemetry.wandb.weave;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.Span;

/** A Weave on the loopback interface that answers as it is told and reads what it takes. */
public final class ScriptedWeave implements AutoCloseable {

    public static final String KEY = "fedcba98765432100123456789abcdef01234567";

    private final HttpServer server;
    private final List<Map.Entry<Headers, ExportTraceServiceRequest>> taken = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile long rejected;

    /** @param port 0 for any */
    public ScriptedWeave(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/otel/v1/traces", this::answer);
        server.start();
    }

    public URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/otel");
    }

    public void answers(int with) {
        status = with;
    }

    /** How many spans of each request it does not take, from now on. */
    public void rejects(long spans) {
        rejected = spans;
    }

    public List<Map.Entry<Headers, ExportTraceServiceRequest>> taken() {
        return taken;
    }

    public List<Span> spans() {
        return taken.stream().flatMap(each -> each.getValue().getResourceSpansList().stream())
                .flatMap(resource -> resource.getScopeSpansList().stream()).flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        ExportTraceServiceResponse.Builder response = ExportTraceServiceResponse.newBuilder();
        if (status == 200) {
            taken.add(Map.entry(exchange.getRequestHeaders(), ExportTraceServiceRequest.parseFrom(body)));
            response.setPartialSuccess(ExportTracePartialSuccess.newBuilder().setRejectedSpans(rejected));
        }
        byte[] answer = response.build().toByteArray();
        exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
