package dev.touchstone.sandbox.egress;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import dev.touchstone.sandbox.FailureCode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;

/**
 * One request and its answer. The connection's event loop fills it in; the caller's virtual thread waits. Whoever comes
 * first, the end of the answer, a fault or the deadline, settles the outcome; a connection left over is cut.
 */
final class Exchange {

    private final CompletableFuture<Exchanged> end = new CompletableFuture<>();
    private final Buffer body = Buffer.buffer();
    private final int maxBody;
    private final boolean headOnly;
    private volatile @Nullable HttpClientRequest request;

    private Exchange(int maxBody, boolean headOnly) {
        this.maxBody = maxBody;
        this.headOnly = headOnly;
    }

    static Exchanged perform(HttpClient client, RequestOptions options, Call call, Limits limits)
            throws InterruptedException {
        Exchange exchange = new Exchange(limits.maxBody(), call.headOnly());
        client.request(options).onSuccess(request -> exchange.send(request, call.body()))
                .onFailure(failure -> exchange.settle(Faults.ofConnecting(failure)));
        return exchange.await(limits.deadline());
    }

    /** What one exchange must keep to. */
    record Limits(int maxBody, Deadline deadline) {
    }

    private void send(HttpClientRequest connected, @Nullable String json) {
        request = connected;
        if (end.isDone()) {
            connected.reset();
            return;
        }
        connected.exceptionHandler(failure -> settle(Faults.ofAnswering(failure)));
        connected.response().onSuccess(this::read).onFailure(failure -> settle(Faults.ofAnswering(failure)));
        if (json == null) {
            connected.send();
        } else {
            connected.send(json);
        }
    }

    private void read(HttpClientResponse response) {
        response.exceptionHandler(failure -> settle(Faults.ofAnswering(failure)));
        if (headOnly) {
            cut(received(response));
        } else if (announced(response) > maxBody) {
            cut(tooLarge());
        } else {
            response.endHandler(whole -> settle(received(response)));
            response.handler(this::take);
        }
    }

    private void take(Buffer part) {
        if (body.length() + part.length() > maxBody) {
            cut(tooLarge());
        } else if (!end.isDone()) {
            body.appendBuffer(part);
        }
    }

    private static long announced(HttpClientResponse response) {
        String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    private Exchanged received(HttpClientResponse response) {
        return new Exchanged.Received(response.statusCode(), response.headers(), body);
    }

    private Exchanged tooLarge() {
        return new Exchanged.Lost(FailureCode.TOO_LARGE, "the answer is larger than " + maxBody + " bytes");
    }

    private Exchanged await(Deadline deadline) throws InterruptedException {
        try {
            return end.get(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return cut(new Exchanged.Lost(FailureCode.TIMEOUT, "no whole answer in the time allowed"));
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("An exchange only ever ends with a value", impossible);
        } catch (InterruptedException stopped) {
            cut(new Exchanged.Lost(FailureCode.TIMEOUT, "the caller stopped waiting"));
            throw stopped;
        }
    }

    private void settle(Exchanged outcome) {
        end.complete(outcome);
    }

    private Exchanged cut(Exchanged outcome) {
        settle(outcome);
        HttpClientRequest open = request;
        if (open != null) {
            open.reset();
        }
        return end.join();
    }
}
