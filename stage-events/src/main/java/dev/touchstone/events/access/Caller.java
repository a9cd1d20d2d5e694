package dev.touchstone.events.access;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param name of the person or the key, as events and the ledger name an actor
 * @param organizationId that the caller belongs to; null only for a service
 * @param roles of {@link Roles}, as far as this request may use them
 */
public record Caller(String name, @Nullable String organizationId, Set<String> roles) {

    public Caller {
        roles = Set.copyOf(roles);
        if (name.isBlank()) {
            throw new IllegalArgumentException("A caller has a name");
        }
    }

    static Caller service() {
        return new Caller("service", null, Set.of(Roles.SERVICE));
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    /** True for those who work for the installation: an organisation's wall does not stop them from reading. */
    public boolean seesAll() {
        return has(Roles.REVIEWER) || has(Roles.OPERATOR) || has(Roles.AUDITOR) || has(Roles.SERVICE);
    }

    /** Whether the caller may know that something of this organisation exists. What it may not know answers 404. */
    public boolean maySee(String organization) {
        return seesAll() || isOf(organization);
    }

    public boolean isOf(String organization) {
        return organization.equals(organizationId);
    }
}
