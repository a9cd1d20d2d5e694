package dev.touchstone.local.wandb;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Places that were handed out for bytes to be put. As with signed URLs, knowing one is all the permission that it takes. */
final class Uploads {

    private final Map<String, Consumer<Blob>> places = new ConcurrentHashMap<>();
    private final URI base;

    Uploads(URI base) {
        this.base = base;
    }

    /** @return the URL to put the bytes to, as often as need be */
    String open(Consumer<Blob> taker) {
        String token = UUID.randomUUID().toString();
        places.put(token, taker);
        return base + "/upload/" + token;
    }

    Answer answer(Request request) {
        if (!request.is("PUT")) {
            return Answer.error(405, "uploads are put").with("Allow", "PUT");
        }
        if (!request.header("authorization").isEmpty()) {
            return Answer.error(400, "a signed URL takes no Authorization: the key would leak to the storage");
        }
        String promised = request.header("content-md5");
        if (!promised.isEmpty() && !promised.equals(request.body().md5())) {
            return Answer.error(400, "Content-MD5 does not match the body");
        }
        return Optional.ofNullable(places.get(request.segment(1)))
                .map(taker -> {
                    taker.accept(request.body());
                    return Answer.empty(200);
                })
                .orElseGet(() -> Answer.error(403, "nobody was given this upload URL"));
    }
}
