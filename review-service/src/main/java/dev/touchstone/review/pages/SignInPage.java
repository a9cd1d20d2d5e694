package dev.touchstone.review.pages;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.TemplateInstance;

/** {@code /sign-in}: where somebody says who they are. */
record SignInPage(SignInView view, Frame frame) implements TemplateInstance {

    /** What the page says first. */
    enum Notice {
        NONE,
        SIGNED_OUT,
        NOT_IN_FORCE,
        TOO_MANY,
        STRANGER;

        public boolean isGood() {
            return this == SIGNED_OUT;
        }

        public boolean isBad() {
            return this != SIGNED_OUT && this != NONE;
        }

        /** Whether it is about what was put in. */
        public boolean isOfKey() {
            return this == NOT_IN_FORCE;
        }
    }

    /**
     * @param to where it leads, once somebody is known
     * @param again where the page leads by itself at once, null where it does not
     * @param others than a key that lead in
     */
    record SignInView(Notice notice, String to, @Nullable String again, Others others) {
    }

    /**
     * @param provider the way to the identity provider, null where there is none
     * @param users of a development system; empty in any other
     */
    record Others(@Nullable String provider, List<String> users) {

        /** Whether the key is what most sign in with. */
        public boolean isNone() {
            return provider == null && users.isEmpty();
        }
    }
}
