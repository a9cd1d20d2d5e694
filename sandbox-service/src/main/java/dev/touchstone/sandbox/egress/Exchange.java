package dev.touchstone.sandbox.egress;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.Usage;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;

/**
 * One request and its answer. The connection's event loop fills it in; the caller's virtual thread waits, and reads the
 * pieces of a stream. Whoever comes first, the end of the answer, a fault or the deadline, settles the outcome; a connection
 * left over is cut.
 */
final class Exchange {

    private static final int MOST_INTERIMS = 16;

    private final CompletableFuture<Exchanged> end = new CompletableFuture<>();
    /** Pieces of a stream, in all no more than the largest body; then nothing, as a sign that it has ended. */
    private final BlockingQueue<Optional<Buffer>> pieces = new LinkedBlockingQueue<>();
    private final Buffer body = Buffer.buffer();
    private final AtomicLong bytesReceived = new AtomicLong();
    private final Order order;
    /** Only the event loop counts. */
    private int interims;
    private volatile @Nullable HttpClientRequest request;
    private volatile @Nullable HttpClientResponse stream;
    private volatile Usage sent = Usage.NONE;

    private Exchange(Order order) {
        this.order = order;
    }

    /**
     * What is to be sent and how much is taken for it.
     *
     * @param maxBody in bytes, as they come
     * @param events reads the answer where it is a stream of events; null where it is read whole in any case
     */
    record Order(Call call, int maxBody, @Nullable EventStream events, Deadline deadline) {
    }

    static Exchanged perform(HttpClient client, RequestOptions options, Order order) throws InterruptedException {
        Exchange exchange = new Exchange(order);
        client.request(options).onSuccess(exchange::send)
                .onFailure(failure -> exchange.lose(Faults.ofConnecting(failure)));
        return exchange.await();
    }

    private void send(HttpClientRequest connected) {
        // Before all else: what has no handler is logged as an error of ours.
        connected.exceptionHandler(failure -> lose(Faults.ofAnswering(failure)));
        request = connected;
        if (end.isDone()) {
            connected.reset();
            return;
        }
        connected.continueHandler(interim -> countInterim());
        connected.earlyHintsHandler(interim -> countInterim());
        connected.response().onSuccess(this::read).onFailure(failure -> lose(Faults.ofAnswering(failure)));
        String json = order.call().body();
        if (json == null) {
            sent = new Usage(1, 0, 0);
            connected.send();
        } else {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            sent = new Usage(1, bytes.length, 0);
            connected.send(Buffer.buffer(bytes));
        }
    }

    /** An answer may be announced by heads of its own, each within the limit of a head, and without end. */
    private void countInterim() {
        interims++;
        if (interims > MOST_INTERIMS) {
            cut(lost(FailureCode.TOO_LARGE, "the answer has more than " + MOST_INTERIMS + " heads"));
        }
    }

    private void read(HttpClientResponse response) {
        response.exceptionHandler(failure -> lose(Faults.ofAnswering(failure)));
        if (order.call().wanted().headOnly()) {
            cut(received(response));
        } else if (announced(response) > order.maxBody()) {
            cut(tooLarge());
        } else if (order.events() != null && isEventStream(response)) {
            stream = response;
            response.endHandler(whole -> settle(followed(response, false)));
            response.handler(piece -> take(piece, kept -> pieces.add(Optional.of(kept))));
        } else {
            response.endHandler(whole -> settle(received(response)));
            response.handler(piece -> take(piece, body::appendBuffer));
        }
    }

    private void take(Buffer piece, Consumer<Buffer> keep) {
        if (bytesReceived.addAndGet(piece.length()) > order.maxBody()) {
            cut(tooLarge());
        } else if (!end.isDone()) {
            keep.accept(piece);
        }
    }

    private static boolean isEventStream(HttpClientResponse response) {
        String type = response.getHeader(HttpHeaders.CONTENT_TYPE);
        // One that is compressed, which was not asked for, is read whole like any other answer.
        return response.statusCode() == 200 && response.getHeader(HttpHeaders.CONTENT_ENCODING) == null
                && type != null && type.toLowerCase(Locale.ROOT).startsWith("text/event-stream");
    }

    private static long announced(HttpClientResponse response) {
        String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    private Usage usage() {
        return sent.plus(new Usage(0, 0, bytesReceived.get()));
    }

    private Exchanged received(HttpClientResponse response) {
        return new Exchanged.Received(response.statusCode(), response.headers(), body, usage());
    }

    private Exchanged followed(HttpClientResponse response, boolean enough) {
        return new Exchanged.Followed(response.headers(), enough, usage());
    }

    private Exchanged lost(FailureCode code, String detail) {
        return new Exchanged.Lost(code, detail, usage());
    }

    private Exchanged tooLarge() {
        return lost(FailureCode.TOO_LARGE, "the answer is larger than " + order.maxBody() + " bytes");
    }

    private Exchanged await() throws InterruptedException {
        try {
            while (true) {
                Optional<Buffer> piece = pieces.poll(order.deadline().left().toMillis(), TimeUnit.MILLISECONDS);
                if (piece == null) {
                    return cut(lost(FailureCode.TIMEOUT, "no whole answer in the time allowed"));
                }
                Optional<Exchanged> outcome = piece.isEmpty() ? Optional.of(end.join()) : follow(piece.get());
                if (outcome.isPresent()) {
                    return outcome.get();
                }
            }
        } finally {
            // Where nothing has settled it by now, the reader had enough or failed, or the caller was told to stop.
            cut(lost(FailureCode.TIMEOUT, "the caller stopped waiting"));
        }
    }

    /** What the reader makes of a piece stands, also where the rest of the stream broke meanwhile. */
    private Optional<Exchanged> follow(Buffer piece) {
        EventStream events = order.events();
        HttpClientResponse response = stream;
        if (events == null || response == null) {
            throw new IllegalStateException("Only a stream comes in pieces");
        }
        return switch (events.take(piece.getBytes())) {
            case EventStream.Progress.More more -> Optional.empty();
            case EventStream.Progress.Enough enough -> Optional.of(followed(response, true));
            case EventStream.Progress.Unusable(FailureCode code, String detail) -> Optional.of(lost(code, detail));
        };
    }

    private void lose(Faults.Fault fault) {
        settle(lost(fault.code(), fault.detail()));
    }

    private boolean settle(Exchanged outcome) {
        boolean first = end.complete(outcome);
        if (first) {
            pieces.add(Optional.empty());
        }
        return first;
    }

    /** Ends what has not ended yet. */
    private Exchanged cut(Exchanged outcome) {
        boolean open = settle(outcome);
        HttpClientRequest connected = request;
        if (open && connected != null) {
            connected.reset();
        }
        return end.join();
    }
}
