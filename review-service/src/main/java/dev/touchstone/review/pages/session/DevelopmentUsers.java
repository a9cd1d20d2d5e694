package dev.touchstone.review.pages.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.HostAndPort;

/**
 * Users of a system that somebody tries out on the own machine. There are none unless the configuration names them, and none
 * for
 * whoever comes by another name than the machine has for itself: any site can give its own name this machine's address, and
 * would then be no stranger to the browser.
 */
@ApplicationScoped
public class DevelopmentUsers {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Map<String, String> keys;
    private final CurrentVertxRequest request;

    DevelopmentUsers(SessionConfig config, CurrentVertxRequest request) {
        this.keys = read(config.developmentUsers().orElse(List.of()));
        this.request = request;
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
        return isAskedLocally() ? List.copyOf(keys.keySet()) : List.of();
    }

    /** What the user would sign in with; empty text for nobody of these. */
    public String key(String name) {
        return isAskedLocally() ? keys.getOrDefault(name, "") : "";
    }

    private boolean isAskedLocally() {
        HostAndPort asked = request.getCurrent().request().authority();
        return asked != null && THIS_MACHINE.contains(asked.host().toLowerCase(Locale.ROOT));
    }
}
