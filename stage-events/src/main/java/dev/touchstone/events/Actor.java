package dev.touchstone.events;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Who caused an event: a service, or the person who decided. */
@RegisterForReflection
public record Actor(Kind kind, String name) {

    public enum Kind {

        SERVICE,
        PERSON;

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Kind of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    public Actor {
        if (name.isBlank()) {
            throw new IllegalArgumentException("An actor has a name");
        }
    }

    public static Actor service(String name) {
        return new Actor(Kind.SERVICE, name);
    }

    public static Actor person(String name) {
        return new Actor(Kind.PERSON, name);
    }
}
