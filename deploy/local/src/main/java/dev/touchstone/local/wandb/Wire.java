package dev.touchstone.local.wandb;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;

import dev.touchstone.local.wandb.faults.Fault;
import dev.touchstone.local.wandb.http.Answer;
import dev.touchstone.local.wandb.http.Blob;
import dev.touchstone.local.wandb.http.Json;

/** Sends answers, in order or with a fault. Closing the exchange unanswered, or half answered, ends the connection. */
final class Wire {

    /** Carries the request out. */
    interface Work {

        Answer carryOut();
    }

    private final HttpExchange exchange;

    Wire(HttpExchange exchange) {
        this.exchange = exchange;
    }

    void strike(Fault fault, Work work) throws IOException {
        switch (fault) {
            case Fault.Refuse refusal -> {
                if (refusal.stored()) {
                    work.carryOut();
                }
                send(new Answer(refusal.status(), refusal.headers(), Blob.of(refusal.body())));
            }
            case Fault.Reset(boolean stored) -> {
                if (stored) {
                    work.carryOut();
                }
            }
            case Fault.Slow(Duration delay) -> {
                Answer answer = work.carryOut();
                pause(delay);
                send(answer);
            }
            case Fault.Drip(Duration pause) -> drip(work.carryOut(), pause);
            case Fault.Truncate() -> truncate(work.carryOut());
            case Fault.Stop() -> send(stopped(work.carryOut()));
        }
    }

    void send(Answer answer) throws IOException {
        head(answer);
        if (answer.body().size() > 0) {
            exchange.getResponseBody().write(answer.body().bytes());
        }
    }

    private void head(Answer answer) throws IOException {
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        // -1 stands for "no body"; 0 would announce a chunked one.
        exchange.sendResponseHeaders(answer.status(), answer.body().size() == 0 ? -1 : answer.body().size());
    }

    private void drip(Answer answer, Duration pause) throws IOException {
        head(answer);
        OutputStream out = exchange.getResponseBody();
        for (byte octet : answer.body().bytes()) {
            out.write(octet);
            out.flush();
            pause(pause);
        }
    }

    private void truncate(Answer answer) throws IOException {
        head(answer);
        byte[] body = answer.body().bytes();
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
    }

    private static Answer stopped(Answer answer) {
        Optional<Blob> body = Json.parse(answer.body().text()).map(json -> Blob.of(Json.write(json.put("stopped", true))));
        return body.map(answer::carrying).orElse(answer);
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
