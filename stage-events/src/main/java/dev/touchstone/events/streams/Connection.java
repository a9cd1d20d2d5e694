package dev.touchstone.events.streams;

import java.util.function.Function;

import dev.touchstone.events.streams.Seats.Seat;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/** The request behind a stream. */
public final class Connection {

    private Connection() {
    }

    /**
     * What the client is sent. The stream has a place among the open ones for as long as the request lasts, whatever ends it:
     * the last message, the client, or a failure before the first message. Giving a place back twice changes nothing.
     *
     * @param watcher names the caller, so that nobody has all places
     */
    public static <T> Multi<T> open(EventStream stream, String watcher, OpenStreams streams, RoutingContext request,
            Function<StreamMessage, T> form) {
        Seat<EventStream> seat = new Seat<>(stream, watcher, () -> cut(request));
        streams.take(seat);
        request.addEndHandler(ended -> streams.giveBack(seat));
        if (request.response().closed()) {
            // The client was gone before anybody listened for that: no end will be told.
            streams.giveBack(seat);
        }
        return stream.messages().map(form).onTermination().invoke(() -> streams.giveBack(seat));
    }

    private static void cut(RoutingContext request) {
        if (request.request().version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.request().connection().close();
        }
    }
}
