include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let slots = std::collections::VecDeque::from([fd]);
    post(slots); //~ E0277
    Ok(())
}
