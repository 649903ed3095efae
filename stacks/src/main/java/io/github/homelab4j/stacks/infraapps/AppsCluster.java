package io.github.homelab4j.stacks.infraapps;

import io.github.homelab4j.apps.GitLab;
import io.github.homelab4j.apps.GitLabProps;
import io.github.homelab4j.backup.VolumeSnapshots;
import io.github.homelab4j.backup.VolumeSnapshotsProps;
import io.github.homelab4j.cicd.ActionsRunnerController;
import io.github.homelab4j.cicd.ActionsRunnerControllerProps;
import io.github.homelab4j.cicd.GitLabRunner;
import io.github.homelab4j.cicd.GitLabRunnerProps;
import io.github.homelab4j.cicd.RunnerScaleSet;
import io.github.homelab4j.cicd.RunnerScaleSetProps;
import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.ObjectStoreRef;
import io.github.homelab4j.messaging.Kafka;
import io.github.homelab4j.messaging.KafkaConnect;
import io.github.homelab4j.messaging.KafkaConnectProps;
import io.github.homelab4j.messaging.KafkaProps;
import io.github.homelab4j.messaging.KafkaUser;
import io.github.homelab4j.messaging.StrimziKafkaOperator;
import io.github.homelab4j.messaging.StrimziKafkaOperatorProps;
import io.github.homelab4j.networking.Allow;
import io.github.homelab4j.networking.NetworkPolicies;
import io.github.homelab4j.networking.NetworkPoliciesProps;
import io.github.homelab4j.networking.Peer;
import io.github.homelab4j.observability.FluentBit;
import io.github.homelab4j.observability.FluentBitProps;
import io.github.homelab4j.observability.VmAgent;
import io.github.homelab4j.observability.VmAgentProps;
import io.github.homelab4j.registry.Harbor;
import io.github.homelab4j.registry.HarborProps;
import io.github.homelab4j.storage.ExternalCeph;
import io.github.homelab4j.storage.ExternalCephProps;
import java.net.URI;
import software.constructs.Construct;

/** The apps cluster of infra-apps: GitLab, Harbor, Kafka and the runners. */
public final class AppsCluster extends Cluster {
  /** Composes the cluster, in the order of its dependencies. */
  public AppsCluster(Construct scope, InfraAppsPlan plan, InfraExports infra) {
    super(scope, plan.apps());
    tenant(
        NamespaceRef.of("gitlab"),
        NamespaceRef.of("gitlab-runner"),
        NamespaceRef.of("harbor"),
        NamespaceRef.of("kafka"),
        NamespaceRef.of("arc-runners"));

    var platform =
        Platform.of(
            this,
            plan,
            infra.resolver(),
            new Platform.Addresses(plan.appsKubeApi(), plan.appsGateway(), plan.hubbleApps()));
    var secrets = platform.secrets();
    var listener = platform.gateway().listener();
    var openebs = platform.openebs();

    // Storage: infra's Ceph.
    var ceph =
        new ExternalCeph(
            this,
            "rook-ceph-external",
            ExternalCephProps.builder()
                .operator(platform.rook().operator())
                .drivers(platform.csi().drivers())
                .ceph(infra.ceph())
                .addAllMonitors(plan.infra().nodeAddresses())
                .credentials(secrets.item("rook-ceph-external"))
                .build());
    // Observability: collected here, kept in infra.
    new VmAgent(
        this,
        "vmagent",
        VmAgentProps.builder()
            .operator(platform.metricsOperator().operator())
            .remoteWrite(infra.metrics())
            .build());
    new FluentBit(this, "fluent-bit", FluentBitProps.builder().logs(infra.logs()).build());

    // GitLab and its runner.
    var objectStore =
        new ObjectStoreRef(plan.s3Endpoint(), plan.s3Region(), secrets.item("s3-gitlab"));
    var gitlab =
        new GitLab(
            this,
            "gitlab",
            GitLabProps.builder()
                .hostname(plan.gitlab())
                .registryHostname(plan.gitlabRegistry())
                .sshHostname(plan.gitlabSsh())
                .sshAddress(plan.gitlabShell())
                .listener(listener)
                .database(infra.gitlabDatabase())
                .cache(infra.gitlabCache())
                .objectStore(objectStore)
                .storage(ceph.filesystem())
                .initialRootPassword(secrets.item("gitlab").key("root-password"))
                .railsSecrets(secrets.item("gitlab").key("rails-secrets"))
                .login(infra.gitlabLogin())
                .build());
    var runner =
        new GitLabRunner(
            this,
            "gitlab-runner",
            GitLabRunnerProps.builder()
                .gitlab(gitlab.web())
                .token(secrets.item("gitlab-runner").key("token"))
                .dockerInDocker(true)
                .build());

    // Harbor.
    var harbor =
        new Harbor(
            this,
            "harbor",
            HarborProps.builder()
                .hostname(plan.harbor())
                .listener(listener)
                .database(infra.harborDatabase())
                .cache(infra.harborCache())
                .storage(ceph.block())
                .secrets(secrets.item("harbor"))
                .login(infra.harborLogin())
                .adminGroup("admins")
                .build());
    new VolumeSnapshots(
        this,
        "gitlab-snapshots",
        VolumeSnapshotsProps.builder()
            .namespace(NamespaceRef.of(gitlab.targetNamespace()))
            .addTargets(
                new VolumeSnapshotsProps.Target(ceph.filesystem(), ceph.filesystemSnapshots()))
            .build());

    new VolumeSnapshots(
        this,
        "harbor-snapshots",
        VolumeSnapshotsProps.builder()
            .namespace(NamespaceRef.of(harbor.targetNamespace()))
            .addTargets(new VolumeSnapshotsProps.Target(ceph.block(), ceph.blockSnapshots()))
            .build());

    // Runners of GitHub Actions.
    var runners =
        new ActionsRunnerController(
            this, "actions-runner-controller", ActionsRunnerControllerProps.builder().build());
    new RunnerScaleSet(
        this,
        "homelab-runners",
        RunnerScaleSetProps.builder()
            .controller(runners.operator())
            .github(URI.create(plan.githubOrganisation()))
            .app(secrets.item("github-runners"))
            .mode(RunnerScaleSetProps.ContainerMode.DIND)
            .build());

    // Kafka, whose replication is its own: its volumes are on the machines' disks.
    var strimzi =
        new StrimziKafkaOperator(
            this, "strimzi-kafka-operator", StrimziKafkaOperatorProps.builder().build());
    var kafka =
        new Kafka(
            this,
            "kafka",
            KafkaProps.builder()
                .operator(strimzi.operator())
                .storage(openebs.lvm())
                .addUsers(KafkaUser.connect("kafka-connect"))
                .build());
    new KafkaConnect(
        this,
        "kafka-connect",
        KafkaConnectProps.builder()
            .operator(strimzi.operator())
            .kafka(kafka.login("kafka-connect"))
            .build());

    // Who may talk to whom.
    // People come through the Gateways, Git over SSH comes from outside or by way of another
    // machine.
    new NetworkPolicies(
        this,
        "policies-gitlab",
        NetworkPoliciesProps.builder()
            .namespace(NamespaceRef.of(gitlab.targetNamespace()))
            .addIncoming(Allow.with(Peer.gateways()))
            .addIncoming(
                Allow.with(Peer.namespace(NamespaceRef.of(runner.targetNamespace())))
                    .at(gitlab.web()))
            .addIncoming(Allow.with(Peer.world()).at(gitlab.shell()))
            .addIncoming(Allow.with(Peer.nodes()).at(gitlab.shell()))
            .build());
    new NetworkPolicies(
        this,
        "policies-harbor",
        NetworkPoliciesProps.builder()
            .namespace(NamespaceRef.of(harbor.targetNamespace()))
            .addIncoming(Allow.with(Peer.gateways()))
            .build());
    Platform.closed(this, platform.metricsOperator(), Allow.with(Peer.kubernetesApi()).ports(9443));
    Platform.closed(this, runner);
    Platform.closed(this, runners);
    Platform.closed(this, strimzi);
  }
}
