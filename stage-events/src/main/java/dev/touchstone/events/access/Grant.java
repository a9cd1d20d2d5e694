package dev.touchstone.events.access;

import java.util.HashSet;
import java.util.Set;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a key or a person may do.
 *
 * @param name of the person or the key
 * @param scopes a role of {@link Roles#GRANTED} each, or a role with {@code :read}, which holds for reading only
 */
@RegisterForReflection
public record Grant(String name, String organizationId, Set<String> scopes) {

    private static final String READ = ":read";

    public Grant {
        scopes = Set.copyOf(scopes);
    }

    /** Whether this can be a scope at all. */
    public static boolean isScope(String text) {
        return Roles.GRANTED.contains(text.endsWith(READ) ? text.substring(0, text.length() - READ.length()) : text);
    }

    /** @param reading whether the request changes nothing, as GET and HEAD */
    Caller caller(boolean reading) {
        Set<String> roles = new HashSet<>();
        for (String scope : scopes) {
            if (Roles.GRANTED.contains(scope)) {
                roles.add(scope);
            } else if (reading && isScope(scope)) {
                roles.add(scope.substring(0, scope.length() - READ.length()));
            }
        }
        return new Caller(name, organizationId, roles);
    }
}
