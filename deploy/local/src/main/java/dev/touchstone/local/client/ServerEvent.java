package dev.touchstone.local.client;

/**
 * One server-sent event.
 *
 * @param id from which the stream can be taken up again; empty where none was ever given
 */
public record ServerEvent(String id, String type, String data) {
}
