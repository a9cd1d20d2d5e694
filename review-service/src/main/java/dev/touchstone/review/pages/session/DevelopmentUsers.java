package dev.touchstone.review.pages.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;

/** Users of a system that somebody tries out on the own machine. There are none unless the configuration names them. */
@ApplicationScoped
public class DevelopmentUsers {

    private final Map<String, String> keys;

    DevelopmentUsers(SessionConfig config) {
        this.keys = read(config.developmentUsers().orElse(List.of()));
    }

    /**
     * @throws IllegalArgumentException if one is not {@code name=key}; the key is not repeated
     */
    static Map<String, String> read(List<String> users) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (String user : users) {
            int end = user.indexOf('=');
            if (end < 1 || end == user.length() - 1) {
                throw new IllegalArgumentException("touchstone.session.development-users: name=key, one after the other");
            }
            keys.put(user.substring(0, end).strip(), user.substring(end + 1).strip());
        }
        return keys;
    }

    /** Fails the start: a door that stands open in production must not be found out later. */
    void refuse(@Observes StartupEvent start) {
        check(keys, ConfigUtils.isProfileActive("prod"));
    }

    static void check(Map<String, String> keys, boolean production) {
        if (production && !keys.isEmpty()) {
            throw new IllegalStateException("touchstone.session.development-users lets anybody in without a key; "
                    + "it is refused in production. Take it away, or name another profile (QUARKUS_PROFILE)");
        }
    }

    /** In the order of the configuration. */
    public List<String> names() {
        return List.copyOf(keys.keySet());
    }

    /** What the user would sign in with; empty text for nobody of these. */
    public String key(String name) {
        return keys.getOrDefault(name, "");
    }
}
