package dev.touchstone.review.ledger;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import dev.touchstone.review.ledger.Exports.Plan;

/** An export on its way to somebody. */
final class Download {

    private Download() {
    }

    /** @param name of the file, of letters, digits and hyphens */
    static Response of(Exports exports, String name, Plan plan) {
        StreamingOutput file = out -> exports.write(plan, out);
        return Response.ok(file, MediaType.APPLICATION_JSON_TYPE).header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".json\"").build();
    }
}
