package dev.touchstone.local.wandb.faults;

/**
 * What a request is, as far as faults are meant for it.
 *
 * @param target {@code graphql}, {@code file_stream}, {@code upload} or {@code oidc}
 * @param operation of GraphQL, else empty
 * @param path of the request, decoded
 * @param run its id where it is known, else empty
 */
public record Subject(String target, String operation, String path, String run) {
}
