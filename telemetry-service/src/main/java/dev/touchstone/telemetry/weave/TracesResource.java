package dev.touchstone.telemetry.weave;

import java.io.IOException;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Roles;

/** Where the services of this installation export their traces, by OTLP over HTTP. */
@Path("/otlp/v1/traces")
@RolesAllowed(Roles.SERVICE)
@Tag(name = "traces")
public class TracesResource {

    private static final String PROTOBUF = "application/x-protobuf";
    private static final String GZIP = "gzip";
    private static final long BUSY_SECONDS = 30;

    private final TraceForwarding forwarding;
    private final WeaveConfig config;

    TracesResource(TraceForwarding forwarding, WeaveConfig config) {
        this.forwarding = forwarding;
        this.config = config;
    }

    @POST
    @Operation(summary = "Passes an export on to W&B Weave; there is no such route while no Weave is configured")
    public Response export(@HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding, byte[] body) {
        if (!forwarding.isOn()) {
            throw new NotFoundException("No Weave is configured");
        }
        if (type == null || !type.startsWith(PROTOBUF) || !(encoding == null || encoding.equalsIgnoreCase(GZIP))) {
            throw new NotSupportedException("An export is " + PROTOBUF + ", plain or packed with gzip");
        }
        if (!forwarding.accept(unpacked(body, encoding != null))) {
            // Not 503: this service is well, and an outage of Weave must not fill its log with errors.
            throw new ClientErrorException("Weave does not take what waits already", Response.status(
                    Response.Status.TOO_MANY_REQUESTS).header(HttpHeaders.RETRY_AFTER, BUSY_SECONDS).build());
        }
        return Response.ok(new byte[0], PROTOBUF).build();
    }

    private byte[] unpacked(byte[] body, boolean gzip) {
        try {
            return Unpacking.unpack(body, gzip, config.longestExport()).orElseThrow(() -> new ClientErrorException(
                    "An export has " + config.longestExport() + " bytes at most", Response.Status.REQUEST_ENTITY_TOO_LARGE));
        } catch (IOException other) {
            throw new BadRequestException("This is not gzip", other);
        }
    }
}
