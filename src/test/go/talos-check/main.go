// Checks a patch of a machine configuration with Talos' own code: puts it on what "talosctl gen
// config" makes, with secrets that nobody keeps, validates the result as a machine of metal would
// and prints it.
//
//	talos-check <file>
package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/siderolabs/talos/pkg/machinery/config"
	"github.com/siderolabs/talos/pkg/machinery/config/configloader"
	"github.com/siderolabs/talos/pkg/machinery/config/configpatcher"
	"github.com/siderolabs/talos/pkg/machinery/config/encoder"
	"github.com/siderolabs/talos/pkg/machinery/config/generate"
	"github.com/siderolabs/talos/pkg/machinery/config/machine"
	"github.com/siderolabs/talos/pkg/machinery/config/types/v1alpha1"
	"github.com/siderolabs/talos/pkg/machinery/config/validation"
	"github.com/siderolabs/talos/pkg/machinery/constants"
)

// metal is a machine that Talos is installed on.
type metal struct{}

func (metal) String() string        { return "metal" }
func (metal) RequiresInstall() bool { return true }
func (metal) InContainer() bool     { return false }

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: talos-check <file>")
		os.Exit(2)
	}
	result, err := patched(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Print(result)
}

func patched(file string) (string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	patch, err := configpatcher.LoadPatch(text)
	if err != nil {
		return "", err
	}
	base, err := base(patch)
	if err != nil {
		return "", err
	}
	result, err := configpatcher.Apply(configpatcher.WithConfig(base), []configpatcher.Patch{patch})
	if err != nil {
		return "", err
	}
	text, err = result.Bytes()
	if err != nil {
		return "", err
	}
	// As the machine reads it.
	whole, err := configloader.NewFromBytes(text)
	if err != nil {
		return "", err
	}
	if _, err = whole.Validate(metal{}, validation.WithStrict(), validation.WithLocal()); err != nil {
		return "", err
	}
	if err = supported(whole); err != nil {
		return "", err
	}
	text, err = whole.EncodeBytes(encoder.WithComments(encoder.CommentsDisabled))
	return string(text), err
}

// supported fails for versions of Kubernetes that this Talos does not run.
func supported(cfg config.Provider) error {
	images := []string{cfg.Machine().Kubelet().Image()}
	if cfg.Machine().Type().IsControlPlane() {
		images = append(images,
			cfg.Cluster().APIServer().Image(),
			cfg.Cluster().ControllerManager().Image(),
			cfg.Cluster().Scheduler().Image())
	}
	for _, image := range images {
		if err := v1alpha1.ValidateKubernetesImageTag(image); err != nil {
			return err
		}
	}
	return nil
}

func base(patch configpatcher.Patch) (config.Provider, error) {
	strategic, ok := patch.(configpatcher.StrategicMergePatch)
	if !ok {
		return nil, errors.New("not a strategic patch")
	}
	kind := machine.TypeUnknown
	if cfg := strategic.Provider().RawV1Alpha1(); cfg != nil && cfg.MachineConfig != nil {
		kind = cfg.Machine().Type()
	}
	if kind == machine.TypeUnknown {
		return nil, errors.New("machine.type is missing: it is controlplane or worker")
	}
	input, err := generate.NewInput(
		"check", "https://192.0.2.1:6443", constants.DefaultKubernetesVersion,
		generate.WithVersionContract(config.TalosVersion1_12))
	if err != nil {
		return nil, err
	}
	return input.Config(kind)
}
