package dev.touchstone.review.pages;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the sign-in. */
@MessageBundle("enter")
public interface SignInMessages {

    @Message("Sign in")
    String title();

    @Message("With the API key of a reviewer, operator or auditor you see all reviews; with a submitter's, those of its "
            + "organisation.")
    String why();

    @Message("API key")
    String key();

    @Message("It begins with ts_. Your browser keeps a cookie in its place, and forgets that when you sign out.")
    String keyHint();

    @Message("Sign in with your identity provider")
    String withProvider();

    @Message("or with an API key")
    String orKey();

    @Message("{#when notice}{#is SIGNED_OUT}You are signed out.{#is NOT_IN_FORCE}This key does not open the pages: it is not in "
            + "force, or not a person's.{#is TOO_MANY}Too many attempts from your address. Please wait a minute.{#is STRANGER}"
            + "Your identity provider vouches for you, but you are no member of an organisation here. Ask an operator.{#else}"
            + "{/when}")
    String notice(SignInPage.Notice notice);

    @Message("Development users")
    String users();

    @Message("Whoever opens this page may be any of them. It is a system to try out, not one to run.")
    String usersHint();
}
