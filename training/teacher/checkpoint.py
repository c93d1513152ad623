"""State of a training run on disk: tensors alone, written so that a cut leaves the former whole."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

Tensors = dict[str, Tensor]


def write(tensors: Tensors, path: Path) -> None:
    """Write tensors, then take the name."""
    part = path.with_suffix(".part")
    save_file(tensors, part)
    part.replace(path)


class Checkpoint:
    """Weights, their running average and the optimiser's moments.

    Args:
        folder: Where the files stand.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._tensors = folder / "state.safetensors"

    def save(
        self,
        model: nn.Module,
        average: Tensors,
        optimizer: torch.optim.Optimizer,
        step: int,
        done: float,
    ) -> None:
        """Write the state after ``step``, at the share ``done`` of the run."""
        state = {f"model.{name}": tensor for name, tensor in model.state_dict().items()}
        state |= {f"ema.{name}": tensor for name, tensor in average.items()}
        for name, parameter in model.named_parameters():
            state[f"m.{name}"] = optimizer.state[parameter]["exp_avg"]
            state[f"v.{name}"] = optimizer.state[parameter]["exp_avg_sq"]
        state["progress"] = torch.tensor([step, done], dtype=torch.float64)
        write(state, self._tensors)

    def load(
        self, model: nn.Module, optimizer: torch.optim.Optimizer
    ) -> tuple[Tensors, int, float] | None:
        """Restore the state; the average, the step and the share done, or None without a file."""
        if not self._tensors.exists():
            return None
        state = load_file(self._tensors)
        step, done = state["progress"].tolist()
        model.load_state_dict({n[6:]: t for n, t in state.items() if n.startswith("model.")})
        for name, parameter in model.named_parameters():
            optimizer.state[parameter] = {
                "step": torch.tensor(float(step)),
                "exp_avg": state[f"m.{name}"],
                "exp_avg_sq": state[f"v.{name}"],
            }
        average = {n[4:]: t for n, t in state.items() if n.startswith("ema.")}
        return average, int(step), done

    def drop(self) -> None:
        """Remove the state of a finished run."""
        self._tensors.unlink(missing_ok=True)
