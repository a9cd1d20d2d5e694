package dev.touchstone.review.ledger;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;

/** In which of two forms an answer is wanted. Tools of transparency logs read the text, and name no type. */
final class Form {

    /** A note has an em dash. */
    static final MediaType TEXT = MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8");

    private Form() {
    }

    static boolean isJson(Request request) {
        Variant wanted = request.selectVariant(Variant.mediaTypes(TEXT, MediaType.APPLICATION_JSON_TYPE).build());
        return wanted != null && wanted.getMediaType().isCompatible(MediaType.APPLICATION_JSON_TYPE);
    }
}
