package org.familypathways.access.process;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Team;
import org.familypathways.access.Teams;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.jspecify.annotations.Nullable;

/**
 * The engine's view of who works here, straight from the tables of this module. It can only be read: nobody becomes a
 * user, a member or an administrator through the engine, and nobody signs in through it either.
 */
final class EngineIdentities implements ReadOnlyIdentityProvider {

    private final Workers workers;
    private final Teams teams;
    private final WorkerGroups groups;

    EngineIdentities(Workers workers, Teams teams, WorkerGroups groups) {
        this.workers = workers;
        this.teams = teams;
        this.groups = groups;
    }

    @Override
    public @Nullable User findUserById(String accountId) {
        return workers.find(accountId)
                .filter(Worker::active)
                .map(EngineIdentities::user)
                .orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new Users(null);
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new Users(context);
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("Workers are not in the engine's own tables.");
    }

    /** There is one sign-in, and it is not this one. */
    @Override
    public boolean checkPassword(String accountId, String password) {
        return false;
    }

    @Override
    public @Nullable Group findGroupById(String groupId) {
        return allGroups()
                .filter(group -> group.getId().equals(groupId))
                .findFirst()
                .orElse(null);
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new Groups(null);
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new Groups(context);
    }

    @Override
    public @Nullable Tenant findTenantById(String tenantId) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NoTenants();
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new NoTenants();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    private Stream<Group> allGroups() {
        var own = Stream.of(
                group(WorkerGroups.EVERYBODY, "Everybody who works here"),
                group(WorkerGroups.ADMINISTRATORS, PracticeRole.ADMINISTRATOR.title()));
        var held = teams.all().stream()
                .flatMap(team -> Stream.of(PracticeRole.values())
                        .filter(role -> role.teamKind() == team.kind())
                        .map(role -> group(role.groupIn(team.id()), title(role, team))));
        return Stream.concat(own, held);
    }

    private static String title(PracticeRole role, Team team) {
        return role.title() + ", " + team.name();
    }

    private static User user(Worker worker) {
        int space = worker.name().lastIndexOf(' ');
        var user = new UserEntity();
        user.setId(worker.accountId());
        user.setFirstName(space < 0 ? "" : worker.name().substring(0, space));
        user.setLastName(worker.name().substring(space + 1));
        user.setEmail(worker.email());
        return user;
    }

    private static Group group(String id, String name) {
        var group = new GroupEntity(id);
        group.setName(name);
        group.setType("WORKFLOW");
        return group;
    }

    /** The engine's "like", without telling small letters from capitals. */
    private static boolean like(@Nullable String pattern, @Nullable String text) {
        return pattern == null
                || text != null
                        && text.toLowerCase(Locale.ROOT)
                                .matches(Stream.of(
                                                pattern.toLowerCase(Locale.ROOT).split("%", -1))
                                        .map(java.util.regex.Pattern::quote)
                                        .reduce((before, after) -> before + ".*" + after)
                                        .orElse(""));
    }

    private static boolean is(@Nullable String wanted, @Nullable String value) {
        return wanted == null || wanted.equals(value);
    }

    private static boolean among(String @Nullable [] wanted, String value) {
        return wanted == null || Arrays.asList(wanted).contains(value);
    }

    private static <T> List<T> page(Stream<T> all, @Nullable Page page) {
        return page == null
                ? all.toList()
                : all.skip(page.getFirstResult()).limit(page.getMaxResults()).toList();
    }

    private final class Users extends UserQueryImpl {

        private static final long serialVersionUID = 1;

        Users(@Nullable CommandContext context) {
            super(
                    context == null
                            ? null
                            : context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
            if (context == null) {
                commandExecutor = org.camunda.bpm.engine.impl.context.Context.getProcessEngineConfiguration()
                        .getCommandExecutorTxRequired();
            }
        }

        @Override
        public long executeCount(CommandContext context) {
            return matching().count();
        }

        @Override
        public List<User> executeList(CommandContext context, @Nullable Page page) {
            return page(matching().sorted(Comparator.comparing(User::getId)), page);
        }

        private Stream<User> matching() {
            return Optional.ofNullable(id)
                    .map(one -> workers.find(one).filter(Worker::active).stream())
                    .orElseGet(() -> workers.active().stream())
                    .filter(worker ->
                            groupId == null || groups.of(worker.accountId()).contains(groupId))
                    .map(EngineIdentities::user)
                    .filter(user -> tenantId == null
                            && among(ids, user.getId())
                            && is(firstName, user.getFirstName())
                            && is(lastName, user.getLastName())
                            && is(email, user.getEmail())
                            && like(firstNameLike, user.getFirstName())
                            && like(lastNameLike, user.getLastName())
                            && like(emailLike, user.getEmail()));
        }
    }

    private final class Groups extends GroupQueryImpl {

        private static final long serialVersionUID = 1;

        Groups(@Nullable CommandContext context) {
            super(
                    context == null
                            ? null
                            : context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
            if (context == null) {
                commandExecutor = org.camunda.bpm.engine.impl.context.Context.getProcessEngineConfiguration()
                        .getCommandExecutorTxRequired();
            }
        }

        @Override
        public long executeCount(CommandContext context) {
            return matching().count();
        }

        @Override
        public List<Group> executeList(CommandContext context, @Nullable Page page) {
            return page(matching().sorted(Comparator.comparing(Group::getId)), page);
        }

        private Stream<Group> matching() {
            var ofWorker = userId == null ? null : groups.of(userId);
            return allGroups()
                    .filter(group -> tenantId == null
                            && (ofWorker == null || ofWorker.contains(group.getId()))
                            && is(id, group.getId())
                            && among(ids, group.getId())
                            && is(name, group.getName())
                            && is(type, group.getType())
                            && like(nameLike, group.getName()));
        }
    }

    private static final class NoTenants extends TenantQueryImpl {

        private static final long serialVersionUID = 1;

        @Override
        public long executeCount(CommandContext context) {
            return 0;
        }

        @Override
        public List<Tenant> executeList(CommandContext context, @Nullable Page page) {
            return List.of();
        }

        @Override
        public long count() {
            return 0;
        }

        @Override
        public List<Tenant> list() {
            return List.of();
        }
    }
}
