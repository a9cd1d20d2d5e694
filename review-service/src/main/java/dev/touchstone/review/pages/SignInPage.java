package dev.touchstone.review.pages;

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
     * @param provider the way to the identity provider, null where there is none
     */
    record SignInView(Notice notice, String to, @Nullable String again, @Nullable String provider) {
    }
}
