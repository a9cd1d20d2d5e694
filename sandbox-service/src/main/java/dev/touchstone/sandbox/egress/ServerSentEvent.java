package dev.touchstone.sandbox.egress;

/**
 * One event of a {@code text/event-stream}. All of it is hostile and of bounded size.
 *
 * @param type {@code message} where the stream names none
 * @param data its lines, joined by line feeds
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML: server-sent events</a>
 */
public record ServerSentEvent(String type, String data) {
}
