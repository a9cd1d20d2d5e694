package dev.touchstone.review.pages;

import java.net.URI;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

import dev.touchstone.review.pages.SignInPage.Notice;
import dev.touchstone.review.pages.SignInPage.Others;
import dev.touchstone.review.pages.SignInPage.SignInView;
import dev.touchstone.review.pages.session.DevelopmentUsers;
import dev.touchstone.review.pages.session.SessionCookie;
import dev.touchstone.review.pages.session.SignIn;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

/** Signing in and out. For anybody: who is not known yet must be able to ask. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class SignInResource {

    private static final int OK = 200;
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;

    private final SignIn signIn;
    private final SessionCookie cookie;
    private final Provider provider;
    private final DevelopmentUsers users;
    private final Answering answering;

    SignInResource(SignIn signIn, SessionCookie cookie, Provider provider, DevelopmentUsers users, Answering answering) {
        this.signIn = signIn;
        this.cookie = cookie;
        this.provider = provider;
        this.users = users;
        this.answering = answering;
    }

    @GET
    @Path("sign-in")
    @Operation(hidden = true)
    public Uni<Response> look(@QueryParam("to") @Nullable String to,
            @QueryParam("signed") @DefaultValue("") String signed,
            @HeaderParam("Sec-Fetch-Site") @DefaultValue("") String site) {
        ReturnPath back = ReturnPath.of(to);
        Notice notice = signed.equals("out") ? Notice.SIGNED_OUT : Notice.NONE;
        return answering.frame(back.signIn()).flatMap(frame -> frame.isKnown()
                ? Uni.createFrom().item(Response.seeOther(back.uri()).build())
                : answering.page(OK, page(notice, back, again(site, back), frame), frame));
    }

    /**
     * A link on another site, as on the W&amp;B run's page, comes without the cookie even where somebody is signed in. Asked
     * for once more by this page itself, the same address comes with it.
     */
    private static Optional<String> again(String site, ReturnPath back) {
        return site.equals("cross-site") ? Optional.of(back.signIn()) : Optional.empty();
    }

    @POST
    @Path("sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> enter(@FormParam("key") @DefaultValue("") String key, @FormParam("user") @Nullable String user,
            @FormParam("to") @Nullable String to, HttpServerRequest request) {
        ReturnPath back = ReturnPath.of(to);
        return signIn.with(user == null ? key : users.key(user), request).flatMap(outcome -> switch (outcome) {
            case SignIn.Outcome.Begun begun ->
                Uni.createFrom().item(Response.seeOther(back.uri()).cookie(begun.cookie()).build());
            case SignIn.Outcome.NotInForce ignored -> refuse(UNAUTHENTICATED, Notice.NOT_IN_FORCE, back)
                    .invoke(answer -> answer.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
            case SignIn.Outcome.TooMany many -> refuse(TOO_MANY, Notice.TOO_MANY, back)
                    .invoke(answer -> answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, many.pause().toSeconds() + 1));
        });
    }

    /** Only those come here whom the identity provider vouches for; all others are sent to it before. */
    @GET
    @Path("sign-in/provider")
    @Operation(hidden = true)
    public Uni<Response> provided(@QueryParam("to") @Nullable String to) {
        ReturnPath back = ReturnPath.of(to);
        return answering.frame(back.signIn()).flatMap(frame -> frame.isKnown()
                ? Uni.createFrom().item(Response.seeOther(back.uri()).build())
                : answering.page(FORBIDDEN, page(Notice.STRANGER, back, Optional.empty(), frame), frame));
    }

    private Uni<Response> refuse(int status, Notice notice, ReturnPath back) {
        return answering.frame(back.signIn())
                .flatMap(frame -> answering.page(status, page(notice, back, Optional.empty(), frame), frame));
    }

    private SignInPage page(Notice notice, ReturnPath back, Optional<String> again, Frame frame) {
        Others others = new Others(provider.isThere() ? back.signInWithProvider() : null, users.names());
        return new SignInPage(new SignInView(notice, back.path(), again.orElse(null), others), frame);
    }

    @POST
    @Path("sign-out")
    @Operation(hidden = true)
    public Uni<Response> leave(HttpServerRequest request) {
        return signIn.end(request).chain(provider::leave)
                .replaceWith(
                        () -> Response.seeOther(URI.create(ReturnPath.SIGN_IN + "?signed=out")).cookie(cookie.none(request))
                                .build());
    }
}
