package dev.touchstone.review.pages;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.Shown;

/**
 * What every page has around it.
 *
 * @param path of the page, to come back to in another language
 * @param reader null where nobody is signed in
 */
public record Frame(Language language, String path, @Nullable Reader reader) {

    /** Who is signed in. */
    public record Reader(Shown name, List<String> roles, Shown organization) {

        static Reader of(Caller caller) {
            return new Reader(Shown.of(caller.name()), caller.roles().stream().sorted().toList(),
                    Shown.of(caller.organizationId()));
        }

        /** Whether the operators' pages are open to them. */
        public boolean isOperator() {
            return roles.contains(Roles.OPERATOR);
        }
    }

    static Frame of(Language language, String path, Optional<Caller> caller) {
        return new Frame(language, path, caller.map(Reader::of).orElse(null));
    }

    public List<Language> languages() {
        return List.of(Language.values());
    }

    /** How dates and figures are written in the page's language. */
    public Formats formats() {
        return Formats.of(language);
    }

    /** The address of this page in another language. */
    public String in(Language other) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + other.tag();
    }

    /** Whether the reader may do anything here: an identity provider also vouches for people who may not. */
    boolean isKnown() {
        return reader != null && !reader.roles().isEmpty();
    }
}
