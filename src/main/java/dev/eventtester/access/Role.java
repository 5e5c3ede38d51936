package dev.eventtester.access;

/** What a caller may do in its workspace. */
public enum Role {
    /** Everything, access tokens included. */
    OWNER,
    /** Configure, test and read. */
    MEMBER,
    /** Read the configuration; neither use nor see the testers. */
    VIEWER;

    /** The name of {@link #OWNER} for {@code @RolesAllowed}. */
    public static final String OWNER_NAME = "OWNER";

    /** The name of {@link #MEMBER} for {@code @RolesAllowed}. */
    public static final String MEMBER_NAME = "MEMBER";

    /** The name of {@link #VIEWER} for {@code @RolesAllowed}. */
    public static final String VIEWER_NAME = "VIEWER";
}
